import { renderToString } from "react-dom/server";
import { StaticRouter } from "react-router";
import { Shop } from "./shop";

console.log(
  renderToString(
    <StaticRouter location="/shirts">
      <Shop />
    </StaticRouter>,
  ),
);
