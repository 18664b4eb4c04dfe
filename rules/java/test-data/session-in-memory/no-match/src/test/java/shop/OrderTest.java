class OrderTest { void t(MockHttpSession session) { session.setAttribute("cart", 1); } }
