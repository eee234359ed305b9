"use client";
import { analytics } from "./analytics";

export function Buy() {
  return <button onClick={() => analytics.track("Bought")}>Buy</button>;
}
