"""The rarer calls of a shop's visitor, drawn, and what Matomo's reports must say of them.

They go on from those of ``random_shop``: lists, whole carts, orders with products of their own or
without an amount, refunds, coupons, links, page loads.
"""

from __future__ import annotations

from tests.real.random_shop import PRODUCTS, Told, Visitor, described, lines, track, worth

TOTALS = ["${:,.2f}", "{:.2f} EUR", "CHF {:,.2f}"]
UNREADABLE = ["n/a", "1,2K €", "free", "12 or 13"]


class Customer(Visitor):
    """A visitor who does everything that a shop may tell of."""

    def call(self) -> str:
        """A call, in JavaScript: one of the rarer kinds as often as not."""
        kinds = [self.some, self.whole_cart, self.own_order, self.no_order, self.refund]
        more = [self.coupon, self.link, self.load, self.price_of_none]
        return self.random.choice([*kinds, *more, *[super().call] * 9])()

    def some(self) -> str:
        """A list of products is looked at, or of nothing in particular."""
        group = self.random.choice(["Clothes", "Home & <garden>", None])
        viewed: Told = {"productViewCategories": [group]} if group else {}
        self.told("Product List Viewed", None, group or "Ecommerce", **viewed)
        return track("Product List Viewed", {"list_id": "l", "category": group})

    def price_of_none(self) -> str:
        """A product is looked at whose price nobody can read: the view has none."""
        sku, name, groups, _, _ = product = self.random.choice(PRODUCTS)
        seen: Told = {"productViewSku": sku, "productViewName": name}
        self.told("Product Viewed", name, **seen, productViewCategories=groups or None)
        return track("Product Viewed", {**described(product), "price": "on request"})

    def whole_cart(self) -> str:
        """The cart is told whole, and takes the place of what was in it."""
        name = self.random.choice(["Cart Viewed", "Checkout Started", "Payment Info Entered"])
        listed = self.drawn()
        self.told_cart(name, None)
        return track(name, {"products": listed})

    def own_order(self) -> str:
        """An order says its products and its total itself."""
        listed = self.drawn()
        total = worth(self.cart)
        said = self.random.choice(TOTALS).format(total)
        self.orders += 1
        number = f"{self.user}-{self.orders}"
        self.forget_cart()
        none = {"revenueSubTotal": 0, "revenueTax": 0, "revenueShipping": 0, "revenueDiscount": 0}
        order = {"orderId": number, "revenue": total, **none, **lines(self.cart)}
        self.done(type="ecommerceOrder", **order)
        self.reach(1, total)
        self.told("Order Completed", None, value=total)
        self.cart = {}
        return track("Order Completed", {"order_id": number, "total": said, "products": listed})

    def no_order(self) -> str:
        """An order of which no amount can be read is an event, and a goal worth nothing."""
        self.reach(1, 0)
        self.told("Order Completed", None)
        self.cart = {}
        total = self.random.choice(UNREADABLE)
        none = {"order_id": "none", "products": [{"sku": "s-1", "price": "?"}]}
        return track("Order Completed", {**none, "total": total})

    def refund(self) -> str:
        """Money goes back, which Matomo has no command for: an event."""
        name = self.random.choice(["Order Refunded", "Order Cancelled", "Order Updated"])
        self.told(name, None, value=1234.5)
        return track(name, {"order_id": f"{self.user}-1", "total": "1.234,50 €"})

    def coupon(self) -> str:
        """What a shop tells besides is an event, too."""
        name = self.random.choice(["Coupon Applied", "Promotion Viewed", "Cart Shared"])
        self.told(name, "SUMMER & co")
        return track(name, {"coupon_id": "c", "name": "SUMMER & co", "discount": "5,00 €"})

    def link(self) -> str:
        """A link is followed, or a file fetched."""
        name, kind = self.random.choice([("Followed", "outlink"), ("Fetched", "download")])
        url = f"https://files.example/{self.random.randrange(3)}/größe.pdf"
        self.done(type=kind, url=url)
        return track(name, {"url": url})

    def load(self) -> str:
        """The page is loaded anew; it knows its cart still."""
        self.page("/start", "Start")
        return f"location.assign({self.home + '/start'!r})"

    def drawn(self) -> list[Told]:
        """Products, which are the cart's from now on."""
        found = self.random.sample(PRODUCTS, self.random.randint(1, 3))
        counts = [self.random.randint(1, 3) for _ in found]
        self.cart = {one[0]: count for one, count in zip(found, counts, strict=True)}
        pairs = zip(found, counts, strict=True)
        return [{**described(one), "quantity": count} for one, count in pairs]
