"""Calls of a shop's visitor, drawn, and what Matomo's reports must say of them.

What they come to is counted here from the rules of docs/rules.md.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from random import Random
from typing import Any

Told = dict[str, Any]

PRODUCTS: list[tuple[str, str, list[str], float, Any]] = [
    ("s-1", "Blue shirt", ["Clothes", "Shirts"], 19.5, "$19.50"),
    ("s-2", "Şal & Söhne", ["Clothes"], 1234.5, "1.234,50 €"),
    ("k-1", "Socks", ["Clothes", "Socks"], 9.5, 9.5),
    ("b-1", "Gift box", [], 3, "3"),
    ("t-1", "Teppich <3 m", ["Home"], 1250, "CHF 1'250.00"),
]
SIZES = ["S", "M", "42 ½", "größte & letzte"]
VALUES = [(None, None), (3, 3), (12.5, "12,5"), (1234.5, "$1,234.50"), (-2, -2), (0, 0)]
WORDS = ["shoes", "blaue Schuhe", "50% off", "c++ & c#", "鞋"]
SETTINGS = {
    "ecommerce": True,
    "goals": {"Signed Up": 1, "Order Completed": 1},
    "dimensions": {"traits.plan": 1, "properties.size": 3},
    "siteSearchEvents": ["Searched"],
    "linkEvents": ["Followed"],
    "downloadEvents": ["Fetched"],
}


@dataclass
class Visitor:
    """Draws calls, and keeps what reports must say of them."""

    user: str
    home: str
    random: Random
    actions: list[Told] = field(default_factory=list)
    sizes: list[str] = field(default_factory=list)
    cart: dict[str, int] = field(default_factory=dict)
    hits: int = 0
    orders: int = 0
    path: str = ""

    def call(self) -> str:
        """A call, in JavaScript."""
        kinds = [self.route, self.view, self.add, self.add, self.remove, self.order, self.event]
        return self.random.choice([*kinds, self.event, self.sign_up, self.search])()

    def route(self) -> str:
        """Another page of the application."""
        number = self.random.randrange(9)
        return self.page(f"/route/{number}", f"Route № {number} & more")

    def page(self, path: str, title: str) -> str:
        """A page."""
        self.path = path
        self.done(type="action", url=self.home + path, pageTitle=title)
        there = f"history.pushState({{}}, '', '{path}'); document.title = '{title}'"
        return f"{there}; analytics.page()"

    def view(self) -> str:
        """A product is looked at."""
        product = self.random.choice(PRODUCTS)
        sku, name, groups, price, _ = product
        seen: Told = {"productViewSku": sku, "productViewName": name, "productViewPrice": price}
        self.told("Product Viewed", name, **seen, productViewCategories=groups or None)
        return track("Product Viewed", described(product))

    def add(self) -> str:
        """Some of a product are put into the cart."""
        product, count = self.random.choice(PRODUCTS), self.random.randint(1, 3)
        self.cart[product[0]] = self.cart.get(product[0], 0) + count
        self.told_cart("Product Added", product[1])
        return track("Product Added", {**described(product), "quantity": count})

    def remove(self) -> str:
        """One of a product is taken out, if there are others."""
        if sum(self.cart.values()) < 2:
            return self.add()
        sku = self.random.choice(list(self.cart))
        (product,) = (one for one in PRODUCTS if one[0] == sku)
        self.cart = {one: count - (one == sku) for one, count in self.cart.items()}
        self.cart = {one: count for one, count in self.cart.items() if count}
        self.told_cart("Product Removed", product[1])
        return track("Product Removed", described(product))

    def order(self) -> str:
        """The cart is ordered; the total is what else is said comes to."""
        if not self.cart:
            return self.add()
        items, tax = worth(self.cart), self.random.choice([0.5, 4.25])
        said = {"revenue": f"${items:,.2f}", "tax": tax, "shipping": "5,00 €"}
        self.orders += 1
        number = f"{self.user}-{self.orders}"
        self.forget_cart()
        totals = {"revenue": items + tax + 5, "revenueTax": tax, "revenueShipping": 5}
        none = {"revenueSubTotal": 0, "revenueDiscount": 0}
        self.done(type="ecommerceOrder", orderId=number, **totals, **none, **lines(self.cart))
        self.reach(1, items)
        self.told("Order Completed", None, value=items)
        self.cart = {}
        return track("Order Completed", {"order_id": number, **said})

    def event(self) -> str:
        """Any event."""
        name, (value, said) = self.random.choice(["Played", "Geöffnet"]), self.random.choice(VALUES)
        size, label = self.random.choice(SIZES), self.random.choice(WORDS)
        self.told(name, label, category="All", value=value)
        self.sizes.append(size)
        return track(
            name, {"label": label, "size": size, **({} if said is None else {"value": said})}
        )

    def sign_up(self) -> str:
        """An event that is a goal."""
        self.reach(1, 12.5)
        self.told("Signed Up", None, category="All", value=12.5)
        return track("Signed Up", {"revenue": "12,50 €"})

    def search(self) -> str:
        """A search."""
        word = self.random.choice(WORDS)
        self.done(type="search", siteSearchKeyword=word)
        return track("Searched", {"query": word, "count": 7})

    def done(self, **action: Any) -> None:
        """Note an action."""
        self.hits += 1
        self.actions.append(action)

    def told(
        self,
        name: str,
        label: str | None,
        category: str = "Ecommerce",
        value: Any = None,
        **more: Any,
    ) -> None:
        """Note an event."""
        event = {"eventCategory": category, "eventAction": name, "url": self.home + self.path}
        self.done(type="event", **event, eventName=label, eventValue=value, **more)

    def told_cart(self, name: str, label: str | None) -> None:
        """Note the cart, which takes the place of the one before, and its event."""
        self.forget_cart()
        self.done(type="ecommerceAbandonedCart", revenue=worth(self.cart), **lines(self.cart))
        self.told(name, label)

    def forget_cart(self) -> None:
        """Take the abandoned cart out: Matomo keeps one."""
        self.actions = [one for one in self.actions if one["type"] != "ecommerceAbandonedCart"]

    def reach(self, goal: int, revenue: float) -> None:
        """Note a goal, which counts once a visit."""
        self.hits += 1
        if not any(one.get("goalId") == goal for one in self.actions):
            self.actions.append({"type": "goal", "goalId": goal, "revenue": revenue})


def described(product: tuple[str, str, list[str], float, Any]) -> Told:
    """A product as a call has it."""
    sku, name, groups, _, price = product
    return {"sku": sku, "name": name, "category": groups, "price": price}


def worth(cart: dict[str, int]) -> float:
    """What a cart costs."""
    return sum(price * cart.get(sku, 0) for sku, _, _, price, _ in PRODUCTS)


def lines(cart: dict[str, int]) -> Told:
    """The lines of a cart as reports have them."""
    found = [
        {
            "itemSKU": sku,
            "itemName": name,
            "categories": groups,
            "price": price,
            "quantity": cart[sku],
        }
        for sku, name, groups, price, _ in PRODUCTS
        if sku in cart
    ]
    return {"items": sum(cart.values()), "itemDetails": found}


def track(name: str, properties: Told) -> str:
    """The call of an event."""
    return f"analytics.track({json.dumps(name)}, {json.dumps(properties)})"
