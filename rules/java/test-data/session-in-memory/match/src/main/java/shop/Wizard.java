package shop;
import org.springframework.web.bind.annotation.SessionAttributes;
@SessionAttributes("form")
class Wizard { }
