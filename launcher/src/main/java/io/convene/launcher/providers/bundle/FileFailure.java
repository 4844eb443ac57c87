package io.convene.launcher.providers.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says in plain English why the operating system does not give a file or folder. */
public final class FileFailure {
    private FileFailure() {}

    /** The reason, as a clause about the file, such as "it does not exist". */
    public static String reason(Exception failure) {
        Exception cause = failure;
        if (failure instanceof UncheckedIOException
                && failure.getCause() instanceof IOException io) {
            cause = io;
        }
        return switch (cause) {
            case NoSuchFileException missing -> "it does not exist";
            case NotDirectoryException file -> "it is not a folder";
            case FileAlreadyExistsException present -> "there is a file of that name already";
            case AccessDeniedException denied -> "the operating system denies it";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            case IOException other when other.getMessage() != null -> other.getMessage();
            default -> cause.toString();
        };
    }
}
