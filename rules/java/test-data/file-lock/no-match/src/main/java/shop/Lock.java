package shop;
import java.util.concurrent.locks.ReentrantLock;
class Lock { void get(ReentrantLock lock) { lock.lock(); } }
