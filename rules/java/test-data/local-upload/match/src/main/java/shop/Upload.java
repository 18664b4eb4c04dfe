package shop;
import java.io.File;
import org.springframework.web.multipart.MultipartFile;
class Upload {
    void save(MultipartFile file) throws Exception {
        file.transferTo(new File("/data/upload", file.getOriginalFilename()));
    }
}
