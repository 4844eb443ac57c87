plugins { java }

group = "{{package}}"
version = "0.1.0"

java { toolchain { languageVersion = JavaLanguageVersion.of(25) } }

dependencies {
    // The oldest SPI that has the types the bundle needs. Tests run with the host's.
    compileOnly("io.convene:convene-core:1.0.0")
    testImplementation(platform("io.convene:convene-bom:{{version}}"))
    testImplementation("io.convene:convene-testkit")
    testImplementation("org.junit.jupiter:junit-jupiter")
    testRuntimeOnly("org.junit.platform:junit-platform-launcher")
}

tasks.withType<JavaCompile>().configureEach { options.encoding = "UTF-8" }

// The version of the bundle is the version of its module.
tasks.compileJava { options.javaModuleVersion = version.toString() }

tasks.jar {
    archiveBaseName = "{{id}}"
    isPreserveFileTimestamps = false
    isReproducibleFileOrder = true
}

// The kit examines the packaged bundle.
tasks.test {
    dependsOn(tasks.jar)
    useJUnitPlatform()
    testLogging.showStandardStreams = true
    for (name in listOf("rules", "time-limit", "tier", "mutations", "report")) {
        System.getProperty("convene.kit.$name")?.let { systemProperty("convene.kit.$name", it) }
    }
}

tasks.register<JavaExec>("vendor") {
    description = "Runs the fake vendor until it is stopped."
    classpath = sourceSets.test.get().runtimeClasspath
    mainClass = "{{package}}.{{Name}}Vendor"
}
