@NullMarked
package io.convene.core;

import org.jspecify.annotations.NullMarked;
