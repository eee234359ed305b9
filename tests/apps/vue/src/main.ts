import { createApp, type App } from "vue";
import "./analytics";
import Shop from "./App.vue";
import { router } from "./router";

function mounted(): App {
  const app = createApp(Shop).use(router);
  app.mount("#app");
  return app;
}

let app = mounted();
/** Takes the application away and puts it back, as a page does that holds it in a part of its own. */
Object.assign(window, {
  mountAgain() {
    app.unmount();
    app = mounted();
  },
});
