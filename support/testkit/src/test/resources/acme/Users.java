package com.acme.convene;

import java.util.List;

public class Users {
    public List<User> users = List.of();

    public static class User {
        public String id = "";
        public String email = "";
    }
}
