# -Xmx256m
CATALINA_OPTS="-XX:MaxRAMPercentage=70"
