package com.hengda.order.web.config;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import java.io.IOException;

@Configuration
public class WebConfig implements WebMvcConfigurer {

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        // ok.html 给 F5 做健康检查，/api 只对内网开放
        registry.addInterceptor(new LoginInterceptor())
                .excludePathPatterns("/login", "/css/**", "/ok.html", "/api/**", "/error");
    }

    static class LoginInterceptor implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
                throws IOException {
            if (request.getSession().getAttribute("loginUser") != null) {
                return true;
            }
            response.sendRedirect(request.getContextPath() + "/login");
            return false;
        }
    }
}
