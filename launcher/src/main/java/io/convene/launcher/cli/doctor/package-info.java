/** {@code convene doctor}: checks an installation and the machine that it is on. */
@NullMarked
package io.convene.launcher.cli.doctor;

import org.jspecify.annotations.NullMarked;
