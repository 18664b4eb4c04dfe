class A { void f(Req r) { r.getSession().setAttribute("a", 1); } }
