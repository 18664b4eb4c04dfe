package shop;
import java.nio.channels.FileChannel;
class Lock { Object get(FileChannel channel) throws Exception { return channel.tryLock(); } }
