/** A bundle as short as one can be, for a vendor called Birch, examined with the kit. */
@NullMarked
package com.birch;

import org.jspecify.annotations.NullMarked;
