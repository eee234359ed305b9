import { createSSRApp } from "vue";
import { renderToString } from "vue/server-renderer";
import "./analytics";
import Shop from "./App.vue";
import { router } from "./router";

const app = createSSRApp(Shop).use(router);
await router.push("/shirts");
console.log(await renderToString(app));
