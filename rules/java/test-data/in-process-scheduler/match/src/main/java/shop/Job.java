package shop;
import org.springframework.scheduling.annotation.Scheduled;
import java.util.Timer;
class Job {
    @Scheduled(cron = "0 0 2 * * *")
    public void nightly() { }
    void start() { new Timer(true); }
}
