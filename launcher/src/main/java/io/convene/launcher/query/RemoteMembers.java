package io.convene.launcher.query;

import io.convene.core.spi.VendorRequest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts a caller's own members into the request for a page: into its JSON body if it has one, else
 * into its query.
 */
final class RemoteMembers {
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,4})?");
    private static final Pattern KEY = Pattern.compile("\\[([^\\[\\]]*)]");

    private RemoteMembers() {}

    /** The request with those members; one that accepts only its own stays as it is. */
    static VendorRequest merge(VendorRequest request, Map<String, String> members) {
        if (members.isEmpty() || request.isAlone()) {
            return request;
        }
        VendorRequest.Builder merged = request.copy();
        if (request.json().isEmpty()) {
            members.forEach(merged::query);
            return merged.build();
        }
        Map<String, Object> body = new LinkedHashMap<>(request.json().get());
        members.forEach((label, value) -> put(body, label, value));
        body.forEach((name, value) -> merged.json(name, withArrays(value)));
        return merged.build();
    }

    @SuppressWarnings("unchecked") // the maps below are made here
    private static void put(Map<String, Object> body, String label, String value) {
        int bracket = label.indexOf('[');
        String name = bracket < 0 ? label : label.substring(0, bracket);
        Map<String, Object> object = body;
        Matcher keys = KEY.matcher(label);
        while (keys.find()) {
            Object nested = object.get(name);
            if (!(nested instanceof LinkedHashMap)) {
                nested = new LinkedHashMap<String, Object>();
                object.put(name, nested);
            }
            object = (Map<String, Object>) nested;
            name = keys.group(1);
        }
        object.put(name, typed(value));
    }

    /** The value with arrays in place of objects whose members are numbered from 0. */
    private static Object withArrays(Object value) {
        if (!(value instanceof LinkedHashMap<?, ?> object)) {
            return value;
        }
        Map<Object, Object> members = new LinkedHashMap<>();
        object.forEach((name, member) -> members.put(name, withArrays(member)));
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            Object item = members.get(Integer.toString(i));
            if (item == null) {
                return members;
            }
            items.add(item);
        }
        return items.isEmpty() ? members : items;
    }

    private static Object typed(String value) {
        if (value.equals("null")) {
            return Optional.empty();
        }
        if (value.equals("true") || value.equals("false")) {
            return Boolean.valueOf(value);
        }
        return NUMBER.matcher(value).matches() && value.length() < 100
                ? new BigDecimal(value)
                : value;
    }
}
