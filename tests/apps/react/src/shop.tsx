import { useState } from "react";
import { Link, Outlet, Route, Routes } from "react-router";
import { analytics, PageViews } from "./analytics";

function Page({ title }: { title: string }) {
  return (
    <main>
      <title>{title}</title>
      <h1>{title}</h1>
      <button onClick={() => analytics.track("Bought", { label: title })}>Buy</button>
    </main>
  );
}

/** What stands on each page. `Hide` takes the component of the page views away, and puts it back. */
function Layout() {
  const [shown, setShown] = useState(true);
  return (
    <>
      <nav>
        <Link to="/">Home</Link>
        <Link to="/shirts">Shirts</Link>
        <Link to="/shirts?colour=blue">Blue</Link>
      </nav>
      <button onClick={() => setShown(!shown)}>Hide</button>
      <Outlet />
      {shown && <PageViews />}
    </>
  );
}

export function Shop() {
  return (
    <Routes>
      <Route element={<Layout />}>
        <Route index element={<Page title="Home" />} />
        <Route path="shirts" element={<Page title="Shirts" />} />
      </Route>
    </Routes>
  );
}
