package shop;
import javax.swing.Timer;
class Job {
    // @Scheduled(cron = "0 0 2 * * *")
    Timer t = new Timer(10, null);
}
