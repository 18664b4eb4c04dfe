import java.util.Timer;
class JobTest { Timer t = new Timer(); }
