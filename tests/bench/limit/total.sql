select '{"data":{"studios":{"totalCount":' || (select count(*) from studio) || '}}}' as answer
