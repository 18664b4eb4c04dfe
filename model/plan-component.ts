/** How a component is to be run. Every field may be edited by a person. */
export interface ComponentPlan {
  /** Id of the application it came from. */
  readonly application: string;
  readonly kind: 'war' | 'java' | 'php' | 'node' | 'static' | 'middleware';
  readonly source: SourcePlan;
  readonly build?: BuildPlan;
  readonly runtime: RuntimePlan;
  /**
   * Images built from the component's Dockerfile, the application's first. `name` is without registry; `target` is the
   * Dockerfile stage (PHP has `app` for PHP-FPM and `web` for nginx). Empty for middleware that runs a stock image.
   */
  readonly images: readonly { readonly name: string; readonly tag: string; readonly target?: string }[];
  readonly replicas: number;
  readonly ports: readonly PortPlan[];
  /** `/` or `/order`. */
  readonly contextPath?: string;
  /** Cluster: a Service only; public: an Ingress too, when `host` or settings.ingressDomain says under which name. */
  readonly exposure: 'none' | 'cluster' | 'public';
  /** The name that people reach it by; absent: its id below settings.ingressDomain. */
  readonly host?: string;
  /** Paths that the web server of a static site hands on to another component. `upstreamPath` takes the place of `path`. */
  readonly routes?: readonly RoutePlan[];
  /** Exec-form command of the container; absent: the image's own. */
  readonly command?: readonly string[];
  readonly env: readonly EnvPlan[];
  readonly configFiles: readonly ConfigFilePlan[];
  readonly secrets: readonly SecretPlan[];
  readonly volumes: readonly VolumePlan[];
  readonly probes: {
    readonly startup?: ProbePlan;
    readonly readiness?: ProbePlan;
    readonly liveness?: ProbePlan;
  };
  readonly resources: ResourcesPlan;
  /** Numeric user (and group) the process runs as; never 0. */
  readonly user: number;
  readonly group: number;
  readonly stop: {
    readonly graceSeconds: number;
    readonly preStopSeconds: number;
    /** The application is not process 1, which ignores a stop signal that its code doesn't handle; the pod's own process is. */
    readonly shareProcesses?: boolean;
  };
  /** Ids of dependencies and of other components that it calls. */
  readonly dependsOn: readonly { readonly target: string; readonly port: number }[];
  /** Addresses outside the plan that it calls: NetworkPolicy lets them through. */
  readonly egress: readonly { readonly host: string; readonly port: number }[];
  readonly jobs: readonly JobPlan[];
  /** JNDI resources that the server must define (Tomcat's context.xml). */
  readonly jndi: readonly JndiPlan[];
  /** Maven coordinates (`group:artifact:version`) that the server itself needs on its class path, copied in a build stage. */
  readonly libraries: readonly string[];
  /** `-D` properties for the JVM; PHP directives for PHP. */
  readonly systemProperties: Readonly<Record<string, string>>;
  readonly phpSettings: Readonly<Record<string, string>>;
  readonly php?: PhpPlan;
  readonly java?: JavaPlan;
  readonly ensemble?: EnsemblePlan;
  /** A URL path and what must be in its answer, for the smoke test after deployment. */
  readonly smokeTest?: {
    readonly path: string;
    readonly status: number;
    readonly contains?: string;
    /** Name of the port that is asked; absent: `http`. */
    readonly port?: string;
  };
}

export interface SourcePlan {
  /** The build context: a directory, relative to the plan's own directory. For an archive, the directory it lies in. */
  readonly context: string;
  /** The unit inside the context: a module's directory, or the archive's file name. `''`: the context itself. */
  readonly path: string;
  readonly form: 'source' | 'archive' | 'exploded' | 'configuration';
}

export interface BuildPlan {
  readonly tool: 'maven' | 'gradle' | 'ant' | 'composer' | 'npm' | 'yarn' | 'pnpm' | 'none';
  /** Key of the image catalogue and version, as in RuntimePlan. */
  readonly image: string;
  readonly version: string;
  readonly java?: string;
  /** Files that alone decide the dependencies; copied and resolved first so that a code change fetches nothing again. */
  readonly dependencyFiles: readonly string[];
  /** Exec-form commands relative to the context: first resolve, then build. */
  readonly resolve: readonly (readonly string[])[];
  readonly commands: readonly (readonly string[])[];
  /** What the build leaves, relative to the context. */
  readonly output: string;
  /** Files taken out of the source before building, since they hold secrets or are mounted at run time. */
  readonly remove: readonly string[];
}

/** A key of the image catalogue (`tomcat`, `eclipse-temurin-jre`, `php-fpm`, `node`, `zookeeper`) and a version. */
export interface RuntimePlan {
  readonly image: string;
  readonly version: string;
  /** Java feature version, for images that come with several. */
  readonly java?: string;
}

export interface RoutePlan {
  /** `/api`: this path and everything below it. */
  readonly path: string;
  /** Id of the component that answers. */
  readonly target: string;
  readonly port: number;
  readonly upstreamPath?: string;
}

export interface PortPlan {
  readonly name: string;
  readonly port: number;
  readonly protocol: 'TCP' | 'UDP';
  readonly purpose: 'http' | 'management' | 'peer' | 'election' | 'client' | 'fastcgi' | 'tcp';
}

/** One environment variable: a plain value (kept in the ConfigMap) or a key of a Secret. */
export type EnvPlan =
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly secret: string; readonly key: string };

/** One of the application's own configuration files (or one that we write), mounted over the image. */
export interface ConfigFilePlan {
  /** Key in the ConfigMap or Secret. */
  readonly name: string;
  /** Where the content comes from: a file of the context (members of an archive as `app.war!/WEB-INF/x`), or the text itself. */
  readonly from?: string;
  readonly content?: string;
  /** Absolute path in the container. */
  readonly mountPath: string;
  /** A whole file goes to a Secret when its format can't take a secret from the environment. */
  readonly store: 'config-map' | 'secret';
  /** Changes on the way, line by line. Never holds a secret's value. */
  readonly changes: readonly ConfigChange[];
  readonly encoding?: string;
}

/**
 * A change of one line of a configuration file. With `oldValue` its first occurrence on the line becomes `value`; without
 * (secrets: the old value is never in a plan) the value that belongs to `key` on that line is found by the file's
 * syntax: `key=…`, `key: …`, `key="…"`, `<key>…</key>`, `name="key" value="…"`, `'key' => '…'`, `define('key', '…')`.
 */
export interface ConfigChange {
  /** 1-based. */
  readonly line: number;
  readonly key: string;
  readonly value: string;
  readonly oldValue?: string;
  readonly secret: boolean;
}

/** A Secret with placeholders; who fills it reads `purpose` and where the value stood. */
export interface SecretPlan {
  readonly name: string;
  readonly keys: readonly { readonly key: string; readonly purpose: string; readonly foundAt?: string }[];
}

export interface VolumePlan {
  /** DNS-1123 label. */
  readonly name: string;
  readonly mountPath: string;
  /** empty-dir: lost with the pod; claim: survives it. */
  readonly kind: 'empty-dir' | 'claim';
  /** Kubernetes quantity. */
  readonly size: string;
  readonly accessMode?: 'ReadWriteOnce' | 'ReadWriteMany';
  /** Sub-directories (relative to the volume) that must exist before the application starts. */
  readonly directories?: readonly string[];
  /** The directory has content in the image that an empty volume would hide: an init container copies it once. */
  readonly seedFromImage?: boolean;
}

export interface ProbePlan {
  readonly type: 'http' | 'tcp' | 'exec';
  readonly path?: string;
  /** Name of a port in `ports`. */
  readonly port?: string;
  readonly command?: readonly string[];
  readonly periodSeconds: number;
  readonly timeoutSeconds: number;
  readonly failureThreshold: number;
}

/** Kubernetes quantities. */
export interface ResourcesPlan {
  readonly requests: { readonly cpu: string; readonly memory: string; readonly ephemeralStorage?: string };
  readonly limits: { readonly cpu?: string; readonly memory: string; readonly ephemeralStorage?: string };
}

/** A CronJob with the component's image. */
export interface JobPlan {
  readonly name: string;
  readonly schedule: string;
  readonly command: readonly string[];
}

export interface JndiPlan {
  readonly name: string;
  readonly type: string;
  /** Attributes for the server's resource; a value `${env.X}` is an environment variable. */
  readonly attributes: Readonly<Record<string, string>>;
}

export interface PhpPlan {
  /**
   * Which trees of the context go where in the image. Usually one, `{from: '', to: '/var/www/html'}`; several when an
   * installed package holds absolute paths that must stay.
   */
  readonly trees: readonly { readonly from: string; readonly to: string }[];
  /** URL prefixes that are served from another absolute path than the document root. */
  readonly aliases: readonly { readonly url: string; readonly path: string }[];
  /** Absolute path in the image. */
  readonly documentRoot: string;
  readonly frontController?: string;
  readonly extensions: readonly string[];
  /**
   * Paths (relative to the document root) that must not be executed as PHP or served: files, directories, or patterns with
   * asterisks, of which two for a directory's name stand for any directories or none.
   */
  readonly denied: readonly string[];
  /** Rewrites of request paths by the web server, in order: nginx's `rewrite` directives. */
  readonly rewrites?: readonly RewritePlan[];
}

/** `rewrite PATTERN TARGET FLAG;` of nginx: https://nginx.org/en/docs/http/ngx_http_rewrite_module.html#rewrite */
export interface RewritePlan {
  readonly pattern: string;
  readonly target: string;
  readonly flag: 'last' | 'redirect' | 'permanent';
}

/** How an executable jar is arranged in its image. */
export interface JavaPlan {
  /**
   * Spring Boot's launcher class: the jar is unpacked to `/app`, so that `BOOT-INF/classes/…` can be mounted over and libraries
   * are an image layer of their own. `org.springframework.boot.loader.launch.JarLauncher` from 3.2 on,
   * `org.springframework.boot.loader.JarLauncher` before. Absent: `java -jar /app/app.jar`.
   */
  readonly launcher?: string;
}

/** A cluster of a middleware product. Settings keep their order; unknown ones are kept. */
export interface EnsemblePlan {
  readonly product: string;
  readonly version: string;
  readonly members: number;
  /** The first member's id; the others follow. */
  readonly firstId: number;
  readonly settings: readonly { readonly name: string; readonly value: string }[];
  /** Settings that had to change, shown in the documents. */
  readonly changed: readonly {
    readonly name: string;
    readonly from: string;
    readonly to: string;
    readonly because: string;
  }[];
  readonly dataSize: string;
  /** Further files of the product (logging, environment), by name. */
  readonly files: readonly ConfigFilePlan[];
}
