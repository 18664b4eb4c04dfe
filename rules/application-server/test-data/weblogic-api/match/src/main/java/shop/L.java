package shop;
import weblogic.logging.NonCatalogLogger;
class L { }
