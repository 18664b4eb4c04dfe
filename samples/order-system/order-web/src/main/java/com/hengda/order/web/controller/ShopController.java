package com.hengda.order.web.controller;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.hengda.order.dao.entity.Order;
import com.hengda.order.dao.mapper.OrderMapper;
import com.hengda.order.web.service.OrderService;
import com.hengda.order.web.service.ProductCache;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import javax.servlet.http.HttpSession;
import java.util.LinkedHashMap;
import java.util.Map;

@Controller
public class ShopController {

    private static final String CART = "cart";

    private final ProductCache productCache;
    private final OrderService orderService;
    private final OrderMapper orderMapper;

    public ShopController(ProductCache productCache, OrderService orderService, OrderMapper orderMapper) {
        this.productCache = productCache;
        this.orderService = orderService;
        this.orderMapper = orderMapper;
    }

    @GetMapping("/")
    public String index(HttpSession session, Model model) throws JsonProcessingException {
        model.addAttribute("products", productCache.list());
        model.addAttribute("cart", cart(session));
        model.addAttribute("orders", orderMapper.findRecent(20));
        return "index";
    }

    @PostMapping("/cart")
    public String add(@RequestParam Long productId, @RequestParam(defaultValue = "1") int quantity,
                      HttpSession session) {
        cart(session).merge(productId, quantity, Integer::sum);
        return "redirect:/";
    }

    @PostMapping("/order")
    public String submit(HttpSession session, Model model) {
        String user = (String) session.getAttribute("loginUser");
        Order order = orderService.place(user, cart(session));
        session.removeAttribute(CART);
        model.addAttribute("order", order);
        return "done";
    }

    /** 购物车放在 session 里，nginx 用 ip_hash 保证落到同一台 */
    @SuppressWarnings("unchecked")
    private Map<Long, Integer> cart(HttpSession session) {
        Map<Long, Integer> cart = (Map<Long, Integer>) session.getAttribute(CART);
        if (cart == null) {
            cart = new LinkedHashMap<>();
            session.setAttribute(CART, cart);
        }
        return cart;
    }
}
