/** The code that the author of a bundle for a vendor called Acme writes to have it examined. */
@NullMarked
package com.acme;

import org.jspecify.annotations.NullMarked;
