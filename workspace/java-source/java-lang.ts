/** Types of java.lang, which need no import. https://docs.oracle.com/en/java/javase/21/docs/api/java.base/java/lang/package-summary.html */
export const javaLangTypes: ReadonlySet<string> = new Set(
  (
    'Appendable AutoCloseable CharSequence Cloneable Comparable Iterable Readable Runnable Boolean Byte Character ' +
    'Class ClassLoader ClassValue Double Enum Float InheritableThreadLocal Integer Long Math Module ModuleLayer Number ' +
    'Object Package Process ProcessBuilder ProcessHandle Record Runtime RuntimePermission SecurityManager Short ' +
    'StackTraceElement StackWalker StrictMath String StringBuffer StringBuilder System Thread ThreadGroup ThreadLocal ' +
    'Throwable Void ArithmeticException ArrayIndexOutOfBoundsException ArrayStoreException ClassCastException ' +
    'ClassNotFoundException CloneNotSupportedException EnumConstantNotPresentException Exception ' +
    'IllegalAccessException IllegalArgumentException IllegalCallerException IllegalMonitorStateException ' +
    'IllegalStateException IllegalThreadStateException IndexOutOfBoundsException InstantiationException ' +
    'InterruptedException LayerInstantiationException NegativeArraySizeException NoSuchFieldException ' +
    'NoSuchMethodException NullPointerException NumberFormatException ReflectiveOperationException RuntimeException ' +
    'SecurityException StringIndexOutOfBoundsException TypeNotPresentException UnsupportedOperationException ' +
    'AbstractMethodError AssertionError BootstrapMethodError ClassCircularityError ClassFormatError Error ' +
    'ExceptionInInitializerError IllegalAccessError IncompatibleClassChangeError InstantiationError InternalError ' +
    'LinkageError NoClassDefFoundError NoSuchFieldError NoSuchMethodError OutOfMemoryError StackOverflowError ' +
    'ThreadDeath UnknownError UnsatisfiedLinkError UnsupportedClassVersionError VerifyError VirtualMachineError ' +
    'Deprecated FunctionalInterface Override SafeVarargs SuppressWarnings'
  ).split(' '),
);

/** Types that are no names of classes. */
export const primitiveTypes: ReadonlySet<string> = new Set(
  'boolean byte char short int long float double void'.split(' '),
);
