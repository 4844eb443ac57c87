/** Interviews from {{Title}}. */
module {{package}} {
    requires io.convene.core;

    provides io.convene.core.spi.AtsProvider with
            {{package}}.{{Name}}Provider;
}
