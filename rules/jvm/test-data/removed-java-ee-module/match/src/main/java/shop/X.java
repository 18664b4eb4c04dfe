package shop;
import javax.xml.bind.JAXBContext;
class X { }
