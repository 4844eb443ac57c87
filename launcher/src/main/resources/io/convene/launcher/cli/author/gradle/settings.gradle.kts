rootProject.name = "convene-provider-{{id}}"

dependencyResolutionManagement {
    repositories {
        // The folder sdk/ of Convene: gradle.properties names it.
        maven { url = uri(providers.gradleProperty("convene.sdk").get()) }
        mavenCentral()
    }
}
