import Script from "next/script";

/** The script file. */
export function Matomo() {
  return (
    <>
RECIPE
    </>
  );
}
