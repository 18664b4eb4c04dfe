package shop;
import org.springframework.web.multipart.MultipartFile;
class Upload {
    // file.transferTo(target)
    long size(MultipartFile file) { return file.getSize(); }
}
