# java -agentlib:jdwp=transport=dt_socket -jar app.jar
java -jar app.jar
