package shop;
import java.io.*;
import java.nio.file.Files;
class Report {
    // new FileOutputStream("x")
    void send(OutputStream response, File file) throws IOException {
        File temp = File.createTempFile("a", "b");
        new FileOutputStream(temp).close();
        Files.copy(file.toPath(), response);
        PrintWriter out = new PrintWriter(response);
        InputStream in = new FileInputStream(file);
    }
}
