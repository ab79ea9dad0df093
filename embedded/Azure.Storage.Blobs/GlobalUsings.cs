global using Azure.Storage.Shared;
