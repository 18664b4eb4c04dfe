package shop;
import com.ibm.icu.text.Collator;
class L { }
