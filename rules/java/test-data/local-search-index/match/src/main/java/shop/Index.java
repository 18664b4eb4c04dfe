package shop;
import org.apache.lucene.store.FSDirectory;
class Index { Object open(java.nio.file.Path p) throws Exception { return FSDirectory.open(p); } }
