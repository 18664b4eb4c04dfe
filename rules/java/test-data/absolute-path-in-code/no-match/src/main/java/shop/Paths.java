package shop;
import java.io.File;
class Paths {
    // new File("/var/shop/data.bin")
    @RequestMapping("/data/upload/in") String page() { return "redirect:/home/index"; }
    String x = "C: drive";
    String regex = "/data/{id}/x";
    File rel = new File("data/upload");
    String jsp = "/home/index.jsp";
}
