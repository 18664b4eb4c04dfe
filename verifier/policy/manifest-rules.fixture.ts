/** A set that breaks no rule at all; each case below changes one thing. */
export const good = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata:
      labels: { app: web }
    spec:
      automountServiceAccountToken: false
      terminationGracePeriodSeconds: 40
      securityContext:
        runAsNonRoot: true
        runAsUser: 10001
        seccompProfile: { type: RuntimeDefault }
      topologySpreadConstraints:
        - { maxSkew: 1, topologyKey: kubernetes.io/hostname, whenUnsatisfiable: ScheduleAnyway }
      containers:
        - name: app
          image: registry.example:5000/web:1.0
          args: [--verbose]
          ports: [{ name: http, containerPort: 8080 }]
          env:
            - { name: TZ, value: Asia/Shanghai }
            - name: DB_PASSWORD
              valueFrom: { secretKeyRef: { name: web-db, key: password } }
            - name: MODE
              valueFrom: { configMapKeyRef: { name: web-config, key: MODE } }
          lifecycle: { preStop: { sleep: { seconds: 5 } } }
          readinessProbe: { httpGet: { path: /ready, port: http } }
          livenessProbe: { tcpSocket: { port: http } }
          resources:
            requests: { cpu: 100m, memory: 256Mi }
            limits: { memory: 256Mi }
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities: { drop: [ALL] }
          volumeMounts: [{ name: data, mountPath: /data }]
      volumes:
        - { name: data, persistentVolumeClaim: { claimName: web-data } }
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  selector: { app: web }
  ports: [{ name: http, port: 80, targetPort: http }]
---
apiVersion: v1
kind: Service
metadata: { name: db }
spec:
  clusterIP: None
  selector: { app: db }
  ports: [{ name: mysql, port: 3306 }]
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db }
spec:
  serviceName: db
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      automountServiceAccountToken: false
      securityContext: { runAsNonRoot: true, seccompProfile: { type: RuntimeDefault } }
      containers:
        - name: mysql
          image: registry.example/mysql:8.0.40
          ports: [{ name: mysql, containerPort: 3306 }]
          readinessProbe: { exec: { command: [mysqladmin, ping] } }
          livenessProbe: { tcpSocket: { port: mysql } }
          resources: { limits: { cpu: "1", memory: 1Gi } }
          securityContext: { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: [ALL] } }
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec:
  maxUnavailable: 1
  selector: { matchLabels: { app: web } }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web }
spec: { podSelector: { matchLabels: { app: web } } }
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web }
spec:
  rules:
    - host: web.example
      http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: web, port: { name: http } } } }] }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: web-config }
data:
  MODE: production
  app.properties: |
    db.user=web
    db.password=\${DB_PASSWORD}
---
apiVersion: v1
kind: Secret
metadata: { name: web-db }
stringData: { password: DRYDOCK_PLACEHOLDER_WEB_DB_PASSWORD }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: web-data }
spec: { accessModes: [ReadWriteOnce], resources: { requests: { storage: 1Gi } } }
`;

/** The good set with one text replaced; throws when the text is not there, so that no case tests nothing. */
export function changed(from: string, to: string): string {
  if (!good.includes(from)) throw new Error(`no such text: ${from}`);
  return good.replace(from, to);
}
