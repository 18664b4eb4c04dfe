package com.hengda.order.web.controller;

import com.hengda.order.dao.mapper.OrderMapper;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.ResponseEntity;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

import java.io.File;
import java.io.IOException;
import java.util.Collections;
import java.util.Map;

/** 合同扫描件上传，文件存本机磁盘（两台之间用 rsync 同步）。 */
@RestController
public class UploadController {

    private final OrderMapper orderMapper;
    private final String uploadDir;

    public UploadController(OrderMapper orderMapper, @Value("${order.upload.dir:/data/upload}") String uploadDir) {
        this.orderMapper = orderMapper;
        this.uploadDir = uploadDir;
    }

    @PostMapping("/api/orders/{orderNo}/attachment")
    public Map<String, String> upload(@PathVariable String orderNo, @RequestParam MultipartFile file)
            throws IOException {
        String name = safeName(file.getOriginalFilename());
        File dir = new File(uploadDir, safeName(orderNo));
        if (!dir.exists() && !dir.mkdirs()) {
            throw new IOException("cannot create " + dir);
        }
        File target = new File(dir, name);
        file.transferTo(target.getAbsoluteFile());
        orderMapper.insertAttachment(orderNo, name, target.getPath());
        return Collections.singletonMap("path", target.getPath());
    }

    @GetMapping("/api/orders/{orderNo}/attachment/{name}")
    public ResponseEntity<FileSystemResource> download(@PathVariable String orderNo, @PathVariable String name) {
        File file = new File(new File(uploadDir, safeName(orderNo)), safeName(name));
        return file.isFile() ? ResponseEntity.ok(new FileSystemResource(file)) : ResponseEntity.notFound().build();
    }

    private static String safeName(String name) {
        String cleaned = StringUtils.getFilename(StringUtils.cleanPath(name == null ? "" : name));
        if (cleaned == null || cleaned.isEmpty() || cleaned.startsWith(".")) {
            throw new IllegalArgumentException("非法文件名");
        }
        return cleaned;
    }
}
