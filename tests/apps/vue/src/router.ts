import { createMemoryHistory, createRouter, createWebHistory } from "vue-router";
import Page from "./Page.vue";

export const router = createRouter({
  history: import.meta.env.SSR ? createMemoryHistory() : createWebHistory(),
  routes: [
    { path: "/", component: Page, meta: { title: "Home" } },
    { path: "/shirts", component: Page, meta: { title: "Shirts" } },
    { path: "/old", redirect: "/shirts" },
    { path: "/members", component: Page, beforeEnter: () => false },
  ],
});
