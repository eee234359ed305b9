"use client";
import "paqbridge/global";

export function Buy() {
  return <button onClick={() => window.analytics.track("Bought")}>Buy</button>;
}
