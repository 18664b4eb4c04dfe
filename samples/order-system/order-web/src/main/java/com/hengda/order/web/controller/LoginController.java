package com.hengda.order.web.controller;

import com.hengda.order.common.ClientAddress;
import com.hengda.order.common.Digests;
import com.hengda.order.dao.mapper.ProductMapper;
import com.hengda.order.dao.mapper.UserMapper;
import com.hengda.order.web.service.ProductCache;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpSession;

@Controller
public class LoginController {

    private static final Logger log = LoggerFactory.getLogger(LoginController.class);

    private final UserMapper userMapper;
    private final ProductMapper productMapper;
    private final ProductCache productCache;

    public LoginController(UserMapper userMapper, ProductMapper productMapper, ProductCache productCache) {
        this.userMapper = userMapper;
        this.productMapper = productMapper;
        this.productCache = productCache;
    }

    @GetMapping("/login")
    public String form(Model model) {
        model.addAttribute("productCount", productMapper.count());
        model.addAttribute("visits", productCache.countVisit());
        return "login";
    }

    @PostMapping("/login")
    public String login(@RequestParam String username, @RequestParam String password,
                        HttpServletRequest request, HttpSession session, Model model) {
        String realName = userMapper.findRealName(username, Digests.md5(password));
        if (realName == null) {
            log.warn("登录失败 user={} ip={}", username, ClientAddress.of(request));
            model.addAttribute("error", "用户名或密码错误");
            return form(model);
        }
        session.setAttribute("loginUser", realName);
        return "redirect:/";
    }

    @GetMapping("/logout")
    public String logout(HttpSession session) {
        session.invalidate();
        return "redirect:/login";
    }
}
