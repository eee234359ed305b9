import { Analytics } from "./analytics";

/** The package in the bundle. */
export function Matomo() {
  return <Analytics />;
}
