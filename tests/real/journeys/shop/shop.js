// Every page of the shop begins like this; the shop knows its visitor from the first page on.
analytics.load(journey.settings);
analytics.identify("cora-" + journey.id);
analytics.page();

const shirt = { sku: "s-7", name: "Blue shirt", category: ["Clothes", "Shirts"], price: "$19.50" };
const box = { product_id: "b-1", name: "Gift box", price: 3 };
const socks = { sku: "k-2", name: "Socks", category: "Socks", price: 9.9 };
