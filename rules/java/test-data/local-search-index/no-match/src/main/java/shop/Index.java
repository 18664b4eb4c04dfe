package shop;
import org.apache.lucene.store.RAMDirectory;
class Index { Object open() { return new RAMDirectory(); } }
